/// The named character references of the HTML standard (§13.5), grouped by what they stand for.
///
/// One group is `code point[+code point]=name,name,…`; the names are written without ampersand and semicolon. They
/// are kept as text because a literal of two thousand tuples takes the compiler minutes.
enum NamedReferenceTable {
    /// Up to U+226F.
    static let lower = """
        9=Tab A=NewLine 21=excl 22=QUOT,quot 23=num 24=dollar 25=percnt 26=AMP,amp 27=apos 28=lpar 29=rpar
        2A=ast,midast 2B=plus 2C=comma 2E=period 2F=sol 3A=colon 3B=semi 3C=LT,lt 3C+20D2=nvlt 3D=equals 3D+20E5=bne
        3E=GT,gt 3E+20D2=nvgt 3F=quest 40=commat 5B=lbrack,lsqb 5C=bsol 5D=rbrack,rsqb 5E=Hat 5F=UnderBar,lowbar
        60=DiacriticalGrave,grave 66+6A=fjlig 7B=lbrace,lcub 7C=VerticalLine,verbar,vert 7D=rbrace,rcub
        A0=NonBreakingSpace,nbsp A1=iexcl A2=cent A3=pound A4=curren A5=yen A6=brvbar A7=sect A8=Dot,DoubleDot,die,uml
        A9=COPY,copy AA=ordf AB=laquo AC=not AD=shy AE=REG,circledR,reg AF=macr,strns B0=deg B1=PlusMinus,plusmn,pm
        B2=sup2 B3=sup3 B4=DiacriticalAcute,acute B5=micro B6=para B7=CenterDot,centerdot,middot B8=Cedilla,cedil
        B9=sup1 BA=ordm BB=raquo BC=frac14 BD=frac12,half BE=frac34 BF=iquest C0=Agrave C1=Aacute C2=Acirc C3=Atilde
        C4=Auml C5=Aring,angst C6=AElig C7=Ccedil C8=Egrave C9=Eacute CA=Ecirc CB=Euml CC=Igrave CD=Iacute CE=Icirc
        CF=Iuml D0=ETH D1=Ntilde D2=Ograve D3=Oacute D4=Ocirc D5=Otilde D6=Ouml D7=times D8=Oslash D9=Ugrave DA=Uacute
        DB=Ucirc DC=Uuml DD=Yacute DE=THORN DF=szlig E0=agrave E1=aacute E2=acirc E3=atilde E4=auml E5=aring E6=aelig
        E7=ccedil E8=egrave E9=eacute EA=ecirc EB=euml EC=igrave ED=iacute EE=icirc EF=iuml F0=eth F1=ntilde F2=ograve
        F3=oacute F4=ocirc F5=otilde F6=ouml F7=div,divide F8=oslash F9=ugrave FA=uacute FB=ucirc FC=uuml FD=yacute
        FE=thorn FF=yuml 100=Amacr 101=amacr 102=Abreve 103=abreve 104=Aogon 105=aogon 106=Cacute 107=cacute 108=Ccirc
        109=ccirc 10A=Cdot 10B=cdot 10C=Ccaron 10D=ccaron 10E=Dcaron 10F=dcaron 110=Dstrok 111=dstrok 112=Emacr
        113=emacr 116=Edot 117=edot 118=Eogon 119=eogon 11A=Ecaron 11B=ecaron 11C=Gcirc 11D=gcirc 11E=Gbreve
        11F=gbreve 120=Gdot 121=gdot 122=Gcedil 124=Hcirc 125=hcirc 126=Hstrok 127=hstrok 128=Itilde 129=itilde
        12A=Imacr 12B=imacr 12E=Iogon 12F=iogon 130=Idot 131=imath,inodot 132=IJlig 133=ijlig 134=Jcirc 135=jcirc
        136=Kcedil 137=kcedil 138=kgreen 139=Lacute 13A=lacute 13B=Lcedil 13C=lcedil 13D=Lcaron 13E=lcaron 13F=Lmidot
        140=lmidot 141=Lstrok 142=lstrok 143=Nacute 144=nacute 145=Ncedil 146=ncedil 147=Ncaron 148=ncaron 149=napos
        14A=ENG 14B=eng 14C=Omacr 14D=omacr 150=Odblac 151=odblac 152=OElig 153=oelig 154=Racute 155=racute 156=Rcedil
        157=rcedil 158=Rcaron 159=rcaron 15A=Sacute 15B=sacute 15C=Scirc 15D=scirc 15E=Scedil 15F=scedil 160=Scaron
        161=scaron 162=Tcedil 163=tcedil 164=Tcaron 165=tcaron 166=Tstrok 167=tstrok 168=Utilde 169=utilde 16A=Umacr
        16B=umacr 16C=Ubreve 16D=ubreve 16E=Uring 16F=uring 170=Udblac 171=udblac 172=Uogon 173=uogon 174=Wcirc
        175=wcirc 176=Ycirc 177=ycirc 178=Yuml 179=Zacute 17A=zacute 17B=Zdot 17C=zdot 17D=Zcaron 17E=zcaron 192=fnof
        1B5=imped 1F5=gacute 237=jmath 2C6=circ 2C7=Hacek,caron 2D8=Breve,breve 2D9=DiacriticalDot,dot 2DA=ring
        2DB=ogon 2DC=DiacriticalTilde,tilde 2DD=DiacriticalDoubleAcute,dblac 311=DownBreve 391=Alpha 392=Beta
        393=Gamma 394=Delta 395=Epsilon 396=Zeta 397=Eta 398=Theta 399=Iota 39A=Kappa 39B=Lambda 39C=Mu 39D=Nu 39E=Xi
        39F=Omicron 3A0=Pi 3A1=Rho 3A3=Sigma 3A4=Tau 3A5=Upsilon 3A6=Phi 3A7=Chi 3A8=Psi 3A9=Omega,ohm 3B1=alpha
        3B2=beta 3B3=gamma 3B4=delta 3B5=epsi,epsilon 3B6=zeta 3B7=eta 3B8=theta 3B9=iota 3BA=kappa 3BB=lambda 3BC=mu
        3BD=nu 3BE=xi 3BF=omicron 3C0=pi 3C1=rho 3C2=sigmaf,sigmav,varsigma 3C3=sigma 3C4=tau 3C5=upsi,upsilon 3C6=phi
        3C7=chi 3C8=psi 3C9=omega 3D1=thetasym,thetav,vartheta 3D2=Upsi,upsih 3D5=phiv,straightphi,varphi
        3D6=piv,varpi 3DC=Gammad 3DD=digamma,gammad 3F0=kappav,varkappa 3F1=rhov,varrho
        3F5=epsiv,straightepsilon,varepsilon 3F6=backepsilon,bepsi 401=IOcy 402=DJcy 403=GJcy 404=Jukcy 405=DScy
        406=Iukcy 407=YIcy 408=Jsercy 409=LJcy 40A=NJcy 40B=TSHcy 40C=KJcy 40E=Ubrcy 40F=DZcy 410=Acy 411=Bcy 412=Vcy
        413=Gcy 414=Dcy 415=IEcy 416=ZHcy 417=Zcy 418=Icy 419=Jcy 41A=Kcy 41B=Lcy 41C=Mcy 41D=Ncy 41E=Ocy 41F=Pcy
        420=Rcy 421=Scy 422=Tcy 423=Ucy 424=Fcy 425=KHcy 426=TScy 427=CHcy 428=SHcy 429=SHCHcy 42A=HARDcy 42B=Ycy
        42C=SOFTcy 42D=Ecy 42E=YUcy 42F=YAcy 430=acy 431=bcy 432=vcy 433=gcy 434=dcy 435=iecy 436=zhcy 437=zcy 438=icy
        439=jcy 43A=kcy 43B=lcy 43C=mcy 43D=ncy 43E=ocy 43F=pcy 440=rcy 441=scy 442=tcy 443=ucy 444=fcy 445=khcy
        446=tscy 447=chcy 448=shcy 449=shchcy 44A=hardcy 44B=ycy 44C=softcy 44D=ecy 44E=yucy 44F=yacy 451=iocy
        452=djcy 453=gjcy 454=jukcy 455=dscy 456=iukcy 457=yicy 458=jsercy 459=ljcy 45A=njcy 45B=tshcy 45C=kjcy
        45E=ubrcy 45F=dzcy 2002=ensp 2003=emsp 2004=emsp13 2005=emsp14 2007=numsp 2008=puncsp 2009=ThinSpace,thinsp
        200A=VeryThinSpace,hairsp
        200B=NegativeMediumSpace,NegativeThickSpace,NegativeThinSpace,NegativeVeryThinSpace,ZeroWidthSpace 200C=zwnj
        200D=zwj 200E=lrm 200F=rlm 2010=dash,hyphen 2013=ndash 2014=mdash 2015=horbar 2016=Verbar,Vert
        2018=OpenCurlyQuote,lsquo 2019=CloseCurlyQuote,rsquo,rsquor 201A=lsquor,sbquo 201C=OpenCurlyDoubleQuote,ldquo
        201D=CloseCurlyDoubleQuote,rdquo,rdquor 201E=bdquo,ldquor 2020=dagger 2021=Dagger,ddagger 2022=bull,bullet
        2025=nldr 2026=hellip,mldr 2030=permil 2031=pertenk 2032=prime 2033=Prime 2034=tprime 2035=backprime,bprime
        2039=lsaquo 203A=rsaquo 203E=OverBar,oline 2041=caret 2043=hybull 2044=frasl 204F=bsemi 2057=qprime
        205F=MediumSpace 205F+200A=ThickSpace 2060=NoBreak 2061=ApplyFunction,af 2062=InvisibleTimes,it
        2063=InvisibleComma,ic 20AC=euro 20DB=TripleDot,tdot 20DC=DotDot 2102=Copf,complexes 2105=incare 210A=gscr
        210B=HilbertSpace,Hscr,hamilt 210C=Hfr,Poincareplane 210D=Hopf,quaternions 210E=planckh
        210F=hbar,hslash,planck,plankv 2110=Iscr,imagline 2111=Ifr,Im,image,imagpart 2112=Laplacetrf,Lscr,lagran
        2113=ell 2115=Nopf,naturals 2116=numero 2117=copysr 2118=weierp,wp 2119=Popf,primes 211A=Qopf,rationals
        211B=Rscr,realine 211C=Re,Rfr,real,realpart 211D=Ropf,reals 211E=rx 2122=TRADE,trade 2124=Zopf,integers
        2127=mho 2128=Zfr,zeetrf 2129=iiota 212C=Bernoullis,Bscr,bernou 212D=Cayleys,Cfr 212F=escr
        2130=Escr,expectation 2131=Fouriertrf,Fscr 2133=Mellintrf,Mscr,phmmat 2134=order,orderof,oscr
        2135=alefsym,aleph 2136=beth 2137=gimel 2138=daleth 2145=CapitalDifferentialD,DD 2146=DifferentialD,dd
        2147=ExponentialE,ee,exponentiale 2148=ImaginaryI,ii 2153=frac13 2154=frac23 2155=frac15 2156=frac25
        2157=frac35 2158=frac45 2159=frac16 215A=frac56 215B=frac18 215C=frac38 215D=frac58 215E=frac78
        2190=LeftArrow,ShortLeftArrow,larr,leftarrow,slarr 2191=ShortUpArrow,UpArrow,uarr,uparrow
        2192=RightArrow,ShortRightArrow,rarr,rightarrow,srarr 2193=DownArrow,ShortDownArrow,darr,downarrow
        2194=LeftRightArrow,harr,leftrightarrow 2195=UpDownArrow,updownarrow,varr 2196=UpperLeftArrow,nwarr,nwarrow
        2197=UpperRightArrow,nearr,nearrow 2198=LowerRightArrow,searr,searrow 2199=LowerLeftArrow,swarr,swarrow
        219A=nlarr,nleftarrow 219B=nrarr,nrightarrow 219D=rarrw,rightsquigarrow 219D+338=nrarrw
        219E=Larr,twoheadleftarrow 219F=Uarr 21A0=Rarr,twoheadrightarrow 21A1=Darr 21A2=larrtl,leftarrowtail
        21A3=rarrtl,rightarrowtail 21A4=LeftTeeArrow,mapstoleft 21A5=UpTeeArrow,mapstoup 21A6=RightTeeArrow,map,mapsto
        21A7=DownTeeArrow,mapstodown 21A9=hookleftarrow,larrhk 21AA=hookrightarrow,rarrhk 21AB=larrlp,looparrowleft
        21AC=looparrowright,rarrlp 21AD=harrw,leftrightsquigarrow 21AE=nharr,nleftrightarrow 21B0=Lsh,lsh 21B1=Rsh,rsh
        21B2=ldsh 21B3=rdsh 21B5=crarr 21B6=cularr,curvearrowleft 21B7=curarr,curvearrowright
        21BA=circlearrowleft,olarr 21BB=circlearrowright,orarr 21BC=LeftVector,leftharpoonup,lharu
        21BD=DownLeftVector,leftharpoondown,lhard 21BE=RightUpVector,uharr,upharpoonright
        21BF=LeftUpVector,uharl,upharpoonleft 21C0=RightVector,rharu,rightharpoonup
        21C1=DownRightVector,rhard,rightharpoondown 21C2=RightDownVector,dharr,downharpoonright
        21C3=LeftDownVector,dharl,downharpoonleft 21C4=RightArrowLeftArrow,rightleftarrows,rlarr
        21C5=UpArrowDownArrow,udarr 21C6=LeftArrowRightArrow,leftrightarrows,lrarr 21C7=leftleftarrows,llarr
        21C8=upuparrows,uuarr 21C9=rightrightarrows,rrarr 21CA=ddarr,downdownarrows
        21CB=ReverseEquilibrium,leftrightharpoons,lrhar 21CC=Equilibrium,rightleftharpoons,rlhar 21CD=nLeftarrow,nlArr
        21CE=nLeftrightarrow,nhArr 21CF=nRightarrow,nrArr 21D0=DoubleLeftArrow,Leftarrow,lArr
        21D1=DoubleUpArrow,Uparrow,uArr 21D2=DoubleRightArrow,Implies,Rightarrow,rArr
        21D3=DoubleDownArrow,Downarrow,dArr 21D4=DoubleLeftRightArrow,Leftrightarrow,hArr,iff
        21D5=DoubleUpDownArrow,Updownarrow,vArr 21D6=nwArr 21D7=neArr 21D8=seArr 21D9=swArr 21DA=Lleftarrow,lAarr
        21DB=Rrightarrow,rAarr 21DD=zigrarr 21E4=LeftArrowBar,larrb 21E5=RightArrowBar,rarrb
        21F5=DownArrowUpArrow,duarr 21FD=loarr 21FE=roarr 21FF=hoarr 2200=ForAll,forall 2201=comp,complement
        2202=PartialD,part 2202+338=npart 2203=Exists,exist 2204=NotExists,nexist,nexists
        2205=empty,emptyset,emptyv,varnothing 2207=Del,nabla 2208=Element,in,isin,isinv 2209=NotElement,notin,notinva
        220B=ReverseElement,SuchThat,ni,niv 220C=NotReverseElement,notni,notniva 220F=Product,prod
        2210=Coproduct,coprod 2211=Sum,sum 2212=minus 2213=MinusPlus,mnplus,mp 2214=dotplus,plusdo
        2216=Backslash,setminus,setmn,smallsetminus,ssetmn 2217=lowast 2218=SmallCircle,compfn 221A=Sqrt,radic
        221D=Proportional,prop,propto,varpropto,vprop 221E=infin 221F=angrt 2220=ang,angle 2220+20D2=nang
        2221=angmsd,measuredangle 2222=angsph 2223=VerticalBar,mid,shortmid,smid
        2224=NotVerticalBar,nmid,nshortmid,nsmid 2225=DoubleVerticalBar,par,parallel,shortparallel,spar
        2226=NotDoubleVerticalBar,npar,nparallel,nshortparallel,nspar 2227=and,wedge 2228=or,vee 2229=cap
        2229+FE00=caps 222A=cup 222A+FE00=cups 222B=Integral,int 222C=Int 222D=iiint,tint
        222E=ContourIntegral,conint,oint 222F=Conint,DoubleContourIntegral 2230=Cconint 2231=cwint
        2232=ClockwiseContourIntegral,cwconint 2233=CounterClockwiseContourIntegral,awconint
        2234=Therefore,there4,therefore 2235=Because,becaus,because 2236=ratio 2237=Colon,Proportion
        2238=dotminus,minusd 223A=mDDot 223B=homtht 223C=Tilde,sim,thicksim,thksim 223C+20D2=nvsim 223D=backsim,bsim
        223D+331=race 223E=ac,mstpos 223E+333=acE 223F=acd 2240=VerticalTilde,wr,wreath 2241=NotTilde,nsim
        2242=EqualTilde,eqsim,esim 2242+338=NotEqualTilde,nesim 2243=TildeEqual,sime,simeq
        2244=NotTildeEqual,nsime,nsimeq 2245=TildeFullEqual,cong 2246=simne 2247=NotTildeFullEqual,ncong
        2248=TildeTilde,ap,approx,asymp,thickapprox,thkap 2249=NotTildeTilde,nap,napprox 224A=ape,approxeq 224B=apid
        224B+338=napid 224C=backcong,bcong 224D=CupCap,asympeq 224D+20D2=nvap 224E=Bumpeq,HumpDownHump,bump
        224E+338=NotHumpDownHump,nbump 224F=HumpEqual,bumpe,bumpeq 224F+338=NotHumpEqual,nbumpe
        2250=DotEqual,doteq,esdot 2250+338=nedot 2251=doteqdot,eDot 2252=efDot,fallingdotseq 2253=erDot,risingdotseq
        2254=Assign,colone,coloneq 2255=ecolon,eqcolon 2256=ecir,eqcirc 2257=circeq,cire 2259=wedgeq 225A=veeeq
        225C=triangleq,trie 225F=equest,questeq 2260=NotEqual,ne 2261=Congruent,equiv 2261+20E5=bnequiv
        2262=NotCongruent,nequiv 2264=le,leq 2264+20D2=nvle 2265=GreaterEqual,ge,geq 2265+20D2=nvge
        2266=LessFullEqual,lE,leqq 2266+338=nlE,nleqq 2267=GreaterFullEqual,gE,geqq
        2267+338=NotGreaterFullEqual,ngE,ngeqq 2268=lnE,lneqq 2268+FE00=lvertneqq,lvnE 2269=gnE,gneqq
        2269+FE00=gvertneqq,gvnE 226A=Lt,NestedLessLess,ll 226A+338=NotLessLess,nLtv 226A+20D2=nLt
        226B=Gt,NestedGreaterGreater,gg 226B+338=NotGreaterGreater,nGtv 226B+20D2=nGt 226C=between,twixt
        226D=NotCupCap 226E=NotLess,nless,nlt 226F=NotGreater,ngt,ngtr
        """
}
